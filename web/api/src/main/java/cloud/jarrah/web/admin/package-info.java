/** The administration API under {@code /admin/v1}: JSON over the same dispatcher. */
@NullMarked
package cloud.jarrah.web.admin;

import org.jspecify.annotations.NullMarked;
