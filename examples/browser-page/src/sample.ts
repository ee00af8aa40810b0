import { sign } from '@yinjian/mmsp';

/** The published test merchant's. It protects nothing. */
export const TEST_KEY = 'ea21842eea24e448b991b1cb0a0294cf';

const BODY =
  '{"AMT":"200","LIST_ID":"100000004985","MERORDERID":"711245","PAY_DATE":"20260101120000","STATUS":"1"}';

/** A notification as the platform would send it. */
export function sampleNotification(): string {
  const head =
    '"CommandID":35104,"SeqID":"1","NodeType":"3","NodeID":"openplat","Version":"1.0.0","RetCode":1,"ErrorMsg":""';
  return `{${head},"Body":${BODY},"Sign":"${sign(BODY, TEST_KEY)}"}`;
}
