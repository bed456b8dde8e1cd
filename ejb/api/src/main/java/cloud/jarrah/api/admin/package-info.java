/**
 * Requests and answers of the administration API, JSON on the wire under {@code /admin/v1}. A
 * component that is not {@code @Nullable} must be present in a request. Sizes carry their unit in
 * the name; times are ISO 8601 in UTC.
 */
@NullMarked
package cloud.jarrah.api.admin;

import org.jspecify.annotations.NullMarked;
