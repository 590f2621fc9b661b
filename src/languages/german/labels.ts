import type { Labels } from '../../app/labels';

export const labels: Labels = {
  price({ dollars, certainty = 'listed' }) {
    if (dollars === 0) return 'Kostenlos';
    const digits = dollars >= 1 ? dollars.toFixed(2) : dollars.toFixed(3).replace(/0$/, '');
    const amount = `${digits.replace('.', ',')} $`;
    const said = { listed: amount, estimate: `etwa ${amount}`, 'at-most': `ohne Preisliste, höchstens ${amount}` };
    return said[certainty];
  },
  scale: (scale) => (scale === 1 ? 'in voller Größe' : `${scale.toFixed(2).replace('.', ',')}×`),
};
