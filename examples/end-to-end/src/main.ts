import { parseArgs } from 'node:util';
import { attacks } from './attacks.ts';
import { DEBUGGER_URL, startDebuggerPage } from './debugger-page.ts';
import { interrupted } from './interrupted.ts';
import { metroFare } from './metro-fare.ts';
import { payout } from './payout.ts';
import { quickPayment } from './quick-payment.ts';
import { summary } from './report.ts';
import { serve } from './serve.ts';
import { startWorld } from './world.ts';

const USAGE = `Runs real payments against a sandbox of both platforms on this machine.

  npm start                          run them all and say what came out; in a terminal, then serve the debugger
  npm start -- --serve               keep the sandbox up to try things with, and the signature debugger
  npm start -- --serve --port 8080   on a port of your choice
`;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        serve: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      throw new Error('--port must be a number from 0 to 65535');
    }
    if (values.port !== '0' && !values.serve) throw new Error('--port goes with --serve');
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const values = options();
if (values.help) {
  console.log(USAGE);
} else if (values.serve) {
  await serve(Number(values.port));
} else {
  console.log('Keys, card and personal data are masked with ***; the signatures are over the text itself.');
  const started = Date.now();
  const world = await startWorld();
  try {
    await metroFare(world);
    await quickPayment(world);
    await payout(world);
    await attacks(world);
  } finally {
    await world.close();
  }
  process.exitCode = summary(Date.now() - started) ? 0 : 1;
  await offerDebugger();
}

/** Serves it where somebody is there to open it; a script is not kept waiting. */
async function offerDebugger(): Promise<void> {
  if (!process.stdout.isTTY) {
    console.log(
      `\`npm start -- --serve\` keeps the sandbox up, and the signature debugger at ${DEBUGGER_URL}`,
    );
    return;
  }
  const page = await startDebuggerPage();
  // Before it is announced: whoever reads that may press Ctrl-C at once.
  const untilInterrupted = interrupted();
  console.log(
    `The signature debugger, until Ctrl-C: ${page.url}\n\`npm start -- --serve\` keeps the sandbox up, too.`,
  );
  await untilInterrupted;
  await page.close();
}
