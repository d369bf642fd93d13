/** Why an act on the place of a person is refused, whatever the act. Somebody who is not there and somebody who is not the actor's to
 *  place are answered alike. */
export type PlaceRefusal = 'person_not_found' | 'not_oneself' | 'bears_role'
