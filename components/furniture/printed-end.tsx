import type { Words } from '@/lib/languages/words.ts';

type Props = {
  /** The page's absolute address. */
  address: string;
  /** When the text was published, as readers see it. */
  date: string;
  /** The addresses of other sites in the order of the text. */
  links: readonly string[];
  words: Pick<Words, 'printedLinks' | 'printedFrom'>;
};

/** What only print shows: the addresses of links, numbered as in the text, and the address of the page. */
export function PrintedEnd({ address, date, links, words }: Props) {
  return (
    <div className="paper-only" aria-hidden="true">
      {links.length > 0 && (
        <>
          <p className="label">{words.printedLinks}</p>
          <ol>
            {links.map((link, index) => (
              <li key={`${index} ${link}`}>{link}</li>
            ))}
          </ol>
        </>
      )}
      <p>
        {words.printedFrom} {address} · {date}
      </p>
    </div>
  );
}
