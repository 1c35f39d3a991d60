/** Lets the links to other languages lead to the same part of the page: sections have the same ids in each. */
export function linkSameSection(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[hreflang]')) {
    link.onclick = () => {
      link.hash ||= location.hash;
    };
  }
}
