import { z } from 'zod';

// Else zod tries out `eval` when the first schema is made, and the browser reports a breach of the
// site's policy. So this module comes before all that have schemas.
z.config({ jitless: true });
