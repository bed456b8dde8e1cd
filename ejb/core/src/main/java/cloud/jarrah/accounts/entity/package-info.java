@NullMarked
package cloud.jarrah.accounts.entity;

import org.jspecify.annotations.NullMarked;
