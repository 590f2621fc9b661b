const levels = ['error', 'warn', 'log', 'info'] as const;

/** Fails every test of a file in which something was written to the console. */
export function expectQuietConsole(): void {
  const said: unknown[] = [];
  beforeEach(() => {
    for (const level of levels) jest.spyOn(console, level).mockImplementation((...words) => void said.push(words));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    expect(said.splice(0)).toEqual([]);
  });
}
