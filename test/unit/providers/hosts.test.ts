import { hostOf, trustOf } from '../../../src/providers/hosts';

const service = { hosts: ['api.acme.example', '*.acme.example'], resultHosts: ['files.example', '*.blob.example'] };
const root = 'https://api.acme.example';

describe('an address that a service has named', () => {
  it.each([
    ['https://api.acme.example/v1/x', 'own'],
    ['https://API.acme.example:443/v1/x', 'own'],
    ['https://eu.acme.example/v1/x', 'own'],
    ['https://files.example/a.png?sig=1', 'file'],
    ['https://a.blob.example/a.png', 'file'],
    ['http://api.acme.example/v1/x', 'none'],
    ['https://api.acme.example:8443/x', 'none'],
    ['https://acme.example/x', 'none'],
    ['https://acme.example.evil.example/x', 'none'],
    ['https://evilacme.example/x', 'none'],
    ['https://api.acme.example@evil.example/x', 'none'],
    ['https://evil.example\\@api.acme.example/x', 'none'],
    ['https://evil.example#api.acme.example', 'none'],
    ['//api.acme.example/x', 'none'],
    ['file:///etc/passwd', 'none'],
    ['http://127.0.0.1:9002/x', 'none'],
    ['', 'none'],
  ])('%s is trusted as %s', (address, trust) => {
    expect(trustOf(address, root, service)).toBe(trust);
  });

  it.each([
    ['http://127.0.0.1:9002/files/a.png', 'own'],
    ['http://localhost:9002/files/a.png', 'own'],
    ['http://127.0.0.2:9002/files/a.png', 'none'],
    ['https://127.0.0.1:9002/files/a.png', 'none'],
    ['http://127.0.0.1.evil.example/a.png', 'none'],
    ['http://10.0.0.5:9001/a.png', 'none'],
    ['https://eu.acme.example/v1/x', 'own'],
  ])('%s is trusted as %s where the service is on this machine', (address, trust) => {
    expect(trustOf(address, 'http://127.0.0.1:9001', service)).toBe(trust);
  });

  it('is told by its host alone, since the rest may hold a signature', () => {
    expect(hostOf('https://files.example/a.png?sig=secret')).toBe('files.example');
  });
});
