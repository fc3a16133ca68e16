/**
 * Who may ask: tokens, one-time codes, tickets' links, and the sealing of what people leave with
 * us.
 *
 * <p>The commonest task: {@link yichuang.access.Badges#find} turns the secret of a request into its
 * token, {@link yichuang.access.Links#find} the link of a ticket into the ticket. Granting,
 * revoking and one-time codes are commands of the hall, so they are good on every node; this
 * package only makes the secrets.
 *
 * <p>The ugly cases: no secret is stored, only its SHA-256; a link is a MAC and stored nowhere; a
 * lost {@link yichuang.access.HallKey} erases links and phone numbers, and nothing else.
 */
package yichuang.access;
