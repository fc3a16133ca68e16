/**
 * Links to rate a visit by, sent to the phones of people who asked for one: by whatever gateway for
 * SMS or WeChat messages a district has. It speaks HTTP; its body is a template of the settings.
 *
 * <p>The way of one link: a served visit whose ticket has a number given for this purpose makes a
 * row of {@link yichuang.records.Invitations}, the same on every voter. The leader waits until the
 * person is out of the door and it is no time of rest, opens the number, sends, and {@code
 * NoteInvitations} goes into the log; with it the number is gone from the rows.
 *
 * <p>The ugly cases are those of {@link yichuang.evaluation.sending}: what was sent and not noted
 * is sent again under the same id, by which the gateway drops the second. Nothing of a number or a
 * link is written to a journal, also not out of the gateway's own words.
 */
package yichuang.evaluation.gateway;
