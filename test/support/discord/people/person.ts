import type { Modal } from "../world/interaction.ts";
import type { User } from "../world/places.ts";
import { clicks } from "./clicks.ts";
import type { Clicks } from "./clicks.ts";
import { commands } from "./commands.ts";
import type { Commands } from "./commands.ts";
import { submit } from "./forms.ts";
import type { FormValues } from "./forms.ts";
import type { Invocation } from "./invocation.ts";
import type { Place, Scene } from "./scene.ts";
import { speech } from "./speech.ts";
import type { Speech } from "./speech.ts";

/** Somebody on Discord, who can do what Discord's own client lets them do, and no more. */
export type Person = Speech &
  Commands &
  Clicks & {
    readonly id: string;
    readonly name: string;
    /** How others mention them. */
    readonly mention: string;
    readonly submits: (modal: Modal, values: FormValues) => Invocation;
    /** The form on their screen, the latest if there are several. */
    readonly form: () => Modal | undefined;
    /** Goes to a channel: commands are typed there from now on. */
    readonly goesTo: (place: Place) => void;
  };

export function person(scene: Scene, user: User, firstPlace: Place): Person {
  let here = firstPlace;
  const talk = speech(scene, user);
  return {
    ...talk,
    ...commands(scene, user, () => here),
    ...clicks(scene, user),
    id: user.id,
    name: user.name,
    mention: `<@${user.id}>`,
    says: (place, text, saying) => {
      here = place;
      return talk.says(place, text, saying);
    },
    submits: (modal, values) => submit(scene, user, modal, values),
    form: () => openForms(scene, user).at(-1),
    goesTo: (place) => void (here = place),
  };
}

function openForms({ world }: Scene, user: User): readonly Modal[] {
  const states = [...world.interactions.values()].map((interaction) => interaction.state);
  return states.flatMap((state) =>
    state.kind === "modal" && state.modal.open && state.modal.user === user.id ? [state.modal] : [],
  );
}
