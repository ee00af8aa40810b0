import type { DateWindow } from './date-window.ts';
import {
  type CasesDescription,
  describeCases,
  describeReply,
  describeRequest,
  type FieldDescription,
} from './describe-fields.ts';
import type { Judged } from './judge.ts';
import type { Operation } from './operation.ts';
import type { NextStep } from './outcome.ts';
import type { RequestFields } from './request-fields.ts';
import type { Title } from './title.ts';
import type { ErrorCodes, States } from './verdict.ts';

/** An operation as documentation and tools see it: data alone, fit for JSON. */
export interface OperationDescription {
  readonly name: string;
  readonly title: Title;
  /** Where the source document describes it. */
  readonly section: string;
  /** Whether the platform has opened it to merchants. */
  readonly open: boolean;
  /** Whether executing it can move money. */
  readonly movesMoney: boolean;
  /** Whether the platform demands the merchant's TLS client certificate. */
  readonly needsCertificate: boolean;
  /** Creates an order, asks, or acts on what exists. A question that is refused never ends `failed`. */
  readonly role: Operation['role'];
  /** The request field that names the order, where there is one. */
  readonly orderField?: string;
  /** `false` where the platform may execute the very same request twice: a client does not repeat it. */
  readonly repeatable?: false;
  /** Every field of the request, those of its cases included. */
  readonly requestFields: readonly FieldDescription[];
  /** What ties the fields of the request together. */
  readonly requestRules: RequestRules;
  readonly replyFields: readonly FieldDescription[];
  /** What each documented value of the reply's state field comes to. Any other value is `unknown`. */
  readonly states: States;
  /** The error table, by the platform's code. */
  readonly errors: ErrorCodes;
  /** How to find out when the outcome is unknown. */
  readonly whenUnknown: NextStep;
}

/** A notification as documentation and tools see it: data alone, fit for JSON. */
export interface NotificationDescription {
  readonly name: string;
  readonly title: Title;
  /** Where the source document describes it. */
  readonly section: string;
  readonly fields: readonly FieldDescription[];
  /** What each documented value of its state field comes to. Any other value is `unknown`. */
  readonly states: States;
  /** The error table, by the platform's code. */
  readonly errors: ErrorCodes;
  /** How to find out when the outcome is unknown. */
  readonly whenUnknown: NextStep;
}

/** The rules of a request that no single field can tell. */
export interface RequestRules {
  /** Which further fields the request has, by the value of the field `on`. */
  readonly cases?: CasesDescription;
  /** Of these fields at least one must be given. */
  readonly atLeastOne?: readonly string[];
  readonly dateWindow?: DateWindow;
}

/** Describes an operation by its definition. */
export function describeOperation(operation: Operation): OperationDescription {
  const { name, title, section, open, movesMoney, needsCertificate, role, request, reply } = operation;
  return {
    name,
    title,
    section,
    open,
    movesMoney,
    needsCertificate,
    role,
    ...(operation.orderField === undefined ? {} : { orderField: operation.orderField }),
    ...(operation.repeatable === undefined ? {} : { repeatable: operation.repeatable }),
    requestFields: describeRequest(request),
    requestRules: describeRules(request),
    replyFields: describeReply(reply),
    states: operation.states,
    errors: operation.errors,
    whenUnknown: operation.whenUnknown,
  };
}

/** Describes a notification by its definition. */
export function describeNotification({
  name,
  title,
  section,
  reply,
  states,
  errors,
  whenUnknown,
}: Judged & Pick<Operation, 'title' | 'section'>): NotificationDescription {
  return { name, title, section, fields: describeReply(reply), states, errors, whenUnknown };
}

function describeRules({ cases, atLeastOne, dateWindow }: RequestFields): RequestRules {
  return {
    ...(cases === undefined ? {} : { cases: describeCases(cases) }),
    ...(atLeastOne === undefined ? {} : { atLeastOne }),
    ...(dateWindow === undefined ? {} : { dateWindow: describeWindow(dateWindow) }),
  };
}

function describeWindow({ from, to, monthsBack }: DateWindow): DateWindow {
  return { from, to, monthsBack };
}
