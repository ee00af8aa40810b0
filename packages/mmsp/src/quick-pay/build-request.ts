export { type BuildOptions, buildRequest, readReply } from '../envelope/build-request.ts';
