/**
 * WS-Security: who signed a message, and is what was signed exactly what will be carried out?
 * Nothing here asks a key store: a certificate is one of a user's or it is nobody's.
 */
@NullMarked
package cloud.jarrah.ws.security;

import org.jspecify.annotations.NullMarked;
