import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Builder, By, Key } from 'selenium-webdriver';
import type { Engine } from './engine.ts';

/** Debian's WebKitGTK in its MiniBrowser, driven over WebDriver. */
export async function openWebKit(): Promise<Engine> {
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
  if (!binary) throw new Error('There is no MiniBrowser. Install webkit2gtk-driver and xvfb: see docs/testing.md.');
  // It chooses a free port and prints it.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2000x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(screen.stdio[3] as Readable, 'data');
  const display = `:${String(number).trim()}`;
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const port = await aFreePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env });
  await answers(`http://127.0.0.1:${port}/status`);
  const session = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    })
    .build();
  const keys = { Escape: Key.ESCAPE, Enter: Key.ENTER, Tab: Key.TAB } as const;
  return {
    goTo: (address) => session.get(address),
    back: () => session.executeScript(() => history.back()),
    read: (look, ...given) => session.executeScript(look as () => ReturnType<typeof look>, ...given),
    press: async (selector) => {
      const found = await session.findElement(By.css(selector));
      await session.executeScript(
        (element: Element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }),
        found,
      );
      await session.actions().move({ origin: found }).click().perform();
    },
    key: (name) => session.actions().sendKeys(keys[name]).perform(),
    type: (text) => session.actions().sendKeys(text).perform(),
    resize: async (width, height) => {
      // The window is larger than the page by the browser's own bars.
      for (const _ of [1, 2]) {
        const { width: outer, height: whole } = await session.manage().window().getRect();
        const [inner, visible] = await session.executeScript<number[]>(() => [innerWidth, innerHeight]);
        const rect = { width: width + outer - (inner ?? outer), height: height + whole - (visible ?? whole) };
        await session.manage().window().setRect(rect);
        await setTimeout(200);
      }
    },
    close: async () => {
      await session.quit();
      for (const child of [driver, screen]) await ended(child);
    },
  };
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function answers(address: string): Promise<void> {
  for (;;) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await setTimeout(50);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
