import { z } from 'zod';

// UXP runs no code from strings; this has to stand before the first schema is made, so the entry imports it first
z.config({ jitless: true });
