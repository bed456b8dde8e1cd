@NullMarked
package cloud.jarrah.accounts.control;

import org.jspecify.annotations.NullMarked;
