import type { ProjectNames } from '../../protocol/tables/onem2m/project-names';
import type { DM2Ixit, DM2Management } from './dm2';
import type { FanOutIxit, Management } from './management';
import type { Trigger } from './trigger';

/** The target description: everything that one run needs to know. Its schema is target.schema.json. */
export interface Target {
  readonly name: string;
  readonly roles: readonly string[];
  readonly link: 'in-process' | 'http';
  /** A program to start before the run and to stop after it. */
  readonly launch?: Launch;
  readonly cse: {
    /** Absent when `launch` finds it out, or when the target is the reference in this process. */
    readonly url?: string;
    /** SP-relative, with its slash: `/id-in`. */
    readonly cseID: string;
    readonly resourceName: string;
    /** Service provider, for absolute addresses: `sp.example`. */
    readonly serviceProviderID?: string;
    /** An originator that may create what a scenario needs. */
    readonly adminOriginator: string;
    readonly releaseVersion: string;
    /** HTTP headers that every request of a tester carries, for a target behind an authenticating proxy. */
    readonly headers?: { readonly [name: string]: string };
  };
  /** For the role ae: how the application under test is told what to do. */
  readonly application?: Application;
  /** For roles that speak SyncML. */
  readonly management?: Management;
  /** For roles that speak DM 2.0. */
  readonly dm2?: DM2Management;
  /** Where the testers listen, as seen from the target. */
  readonly tester: { readonly host: string };
  readonly ics: { readonly [item: string]: boolean };
  readonly ixit: Ixit;
  /** What no published table assigns: short names, and where two request parameters travel in HTTP. */
  readonly names: ProjectNames;
  /** Absolute path of the known-failures file. */
  readonly knownFailures?: string;
  /** The file that said all this, as it was given; absent for the built-in reference. */
  readonly file?: string;
}

/** @see docs/profiles/application-trigger.md */
export interface Application {
  readonly trigger: Trigger;
  /** Where the tester plays the CSE, for an application that is given its CSE beforehand; any free port where absent. */
  readonly csePort?: number;
}

export interface Launch {
  readonly command: readonly string[];
  /** A regular expression over its output, whose first group is the address it listens on. */
  readonly ready: string;
  /** Milliseconds until `ready` must have matched. */
  readonly timeout: number;
}

/** Values a test needs. All durations are milliseconds. */
export interface Ixit {
  /** How long an answer may take before it counts as missing. */
  readonly responseTimeout: number;
  /** The Result Expiration that scenarios ask for when a member stays silent. */
  readonly resultExpiration: number;
  /** How long the target may take to notice that a sub-group is reachable again. */
  readonly revalidationTime: number;
  /** How long to watch for a message that must not come. */
  readonly quietTime: number;
  /** Factor for the durations that scenarios name: 0.1 makes "3 seconds" 300 ms. */
  readonly timeScale: number;
  readonly igo: InteractiveIxit;
  readonly gfo: FanOutIxit;
  readonly dm2: DM2Ixit;
}

/** What a target does where the document leaves number and time of interactive group operations open. @see IGO 2.2 */
export interface InteractiveIxit {
  /** Repetitions of one result message: it is sent at most once more than that. */
  readonly retryLimit: number;
  /** From the end of the time for an acknowledgement to the repetition. */
  readonly retryInterval: number;
  /** How long the target waits for the acknowledgement of a result message. */
  readonly acknowledgementTimeout: number;
  /** How long the target keeps results at most, whatever Result Persistence is asked for. */
  readonly maximumKeepTime: number;
}
