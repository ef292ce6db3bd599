import { mayOf } from "../../src/app/may.ts";
import { MEMBER } from "../../src/core/authorization/role.ts";

/** What a member may do where nobody said who may do what. */
export const asMember = mayOf({ ...MEMBER, platform: "slack", id: "U100" }, undefined);
