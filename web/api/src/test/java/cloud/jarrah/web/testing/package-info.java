/** Fakes and corpora for the tests of the protocols. */
@NullMarked
package cloud.jarrah.web.testing;

import org.jspecify.annotations.NullMarked;
