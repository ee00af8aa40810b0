// What a provider is made of, and what its users see of it.

export { type Builder, createBuilder } from './builder.ts';
export { type Caller, type CallOptions, createCaller, type Wire } from './client.ts';
export type {
  ClientOptions,
  Hooks,
  OutcomeEvent,
  RequestEvent,
  ResolvedClientOptions,
  Warning,
} from './client-options.ts';
export { type CheckedDateWindow, type DateWindow, dateWindow } from './date-window.ts';
export { numberReader } from './decoders.ts';
export {
  type CasesDescription,
  describeReply,
  describeRequest,
  type FieldDescription,
} from './describe-fields.ts';
export {
  describeNotification,
  describeOperation,
  type NotificationDescription,
  type OperationDescription,
  type RequestRules,
} from './describe-operation.ts';
export {
  ConfigurationError,
  type Issue,
  type IssueCode,
  NotificationError,
  type NotificationErrorCode,
  RequestError,
  YinjianError,
} from './errors.ts';
export type { Fetch, HttpRequest } from './exchange.ts';
export type { Field, Fields, FieldType, FieldUse, FillContext, WireValue } from './field.ts';
export {
  code,
  type FenOptions,
  fen,
  type IntegerOptions,
  integer,
  ipv4,
  type TextOptions,
  text,
  time,
  url,
} from './field-kinds.ts';
export { dateOrText } from './field-schema.ts';
export { conditional, filled, optional, provided, relied, settled, UNSAID } from './field-use.ts';
export { type Judged, type Reason, refusalOutcome, stateOutcome } from './judge.ts';
export { list, type RowOf } from './list-field.ts';
export { createMethods, type Method, type Methods } from './methods.ts';
export {
  createNotificationHandler,
  type NotificationHandler,
  type NotificationHandlerOptions,
  type NotificationRefusal,
} from './notification-handler.ts';
export { type ObjectOptions, object } from './object-field.ts';
export type { Operation, OperationData, OperationInput, OperationOutcome } from './operation.ts';
export {
  type AwaitedStep,
  type NextStep,
  type Outcome,
  type PlatformError,
  type ProceedStep,
  type UnknownCause,
  type UnknownCauseCode,
  unknownCause,
  unknownOutcome,
} from './outcome.ts';
export { type DataOf, type DecodedReply, decodeReplyFields, type SucceededDataOf } from './reply-fields.ts';
export {
  type EncodeContext,
  encodeRequestFields,
  type InputOf,
  type RequestFields,
  type WireFields,
} from './request-fields.ts';
export { type BuiltRequest, SentFields } from './sent-fields.ts';
export type { Title } from './title.ts';
export { type UntilFinalOptions, untilFinal } from './until-final.ts';
export { isHttpUrl, isSecureUrl } from './url.ts';
export type { ErrorCode, ErrorCodes, State, States } from './verdict.ts';

// Checks and reading that every provider shares, and nobody else needs.

export { checkConfiguration } from './check-configuration.ts';
export { CLIENT_OPTIONS, functionIssues, misspeltOptions, resolveClientOptions } from './client-options.ts';
export { readCapped } from './exchange.ts';
export { echoesRequest, mismatchedEchoes, namesOrder } from './judge.ts';
export { decodeNotification } from './notification-handler.ts';
export { maskDigits } from './redact.ts';
export { notSent } from './request-fields.ts';
