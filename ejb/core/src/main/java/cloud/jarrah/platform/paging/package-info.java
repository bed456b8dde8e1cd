/**
 * Paging of the describe actions. A token says after which key the next page begins; it is signed
 * and holds for one caller and one question only, so that nobody can make one up or use somebody
 * else's. Nothing is kept on the server between two pages.
 */
@NullMarked
package cloud.jarrah.platform.paging;

import org.jspecify.annotations.NullMarked;
