/** Loads the page again when the server says that a source has changed. */
export function reloadOnChange(): void {
  new EventSource('/changes').addEventListener('message', () => {
    sessionStorage.setItem('inlay.reopen', 'yes');
    location.reload();
  });
}

/** The photograph that was open before the page was loaded again by itself. */
export function photographToReopen(): string | undefined {
  const isWanted = sessionStorage.getItem('inlay.reopen') !== null;
  sessionStorage.removeItem('inlay.reopen');
  return isWanted ? (sessionStorage.getItem('inlay.open') ?? undefined) : undefined;
}
