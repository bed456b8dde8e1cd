@NullMarked
package cloud.jarrah.accounts.boundary;

import org.jspecify.annotations.NullMarked;
