/**
 * How a request is taken in and an answer given out, whichever API it belongs to: one intake, one
 * exchange per request, one place where a throwable becomes an answer.
 */
@NullMarked
package cloud.jarrah.web.http;

import org.jspecify.annotations.NullMarked;
