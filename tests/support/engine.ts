/** A window of a browser engine other than Chromium, and what a reader does in it. */
export type Engine = {
  goTo: (address: string) => Promise<void>;
  back: () => Promise<void>;
  /** Runs a function in the page; its result and its arguments are passed as JSON. */
  read: <Result, Arguments extends unknown[]>(
    look: (...given: Arguments) => Result,
    ...given: Arguments
  ) => Promise<Result>;
  /** Presses the first element that a selector finds, with the pointer. */
  press: (selector: string) => Promise<void>;
  key: (name: 'Escape' | 'Enter' | 'Tab') => Promise<void>;
  type: (text: string) => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** The page on paper, as a PDF; only of engines that print. */
  print?: () => Promise<Uint8Array>;
  close: () => Promise<void>;
};
