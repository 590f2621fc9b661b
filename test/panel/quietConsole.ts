/** Fails every test of a file in which something was written to the console. */
export function expectQuietConsole(): void {
  const levels = ['error', 'warn', 'log', 'info'] as const;
  beforeEach(() => {
    for (const level of levels) jest.spyOn(console, level).mockImplementation(() => undefined);
  });
  afterEach(() => {
    const said = levels.flatMap((level) => jest.mocked(console[level]).mock.calls);
    jest.restoreAllMocks();
    expect(said).toEqual([]);
  });
}
