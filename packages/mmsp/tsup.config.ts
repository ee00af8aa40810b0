import { library } from '../../scripts/tsup-library.ts';

export default library({
  entry: [
    'src/index.ts',
    'src/payout/index.ts',
    'src/quick-pay/index.ts',
    'src/scan-pay/index.ts',
    'src/gateway/index.ts',
  ],
});
