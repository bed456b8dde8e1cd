/** What hosts ask over HTTPS: enrolment and image download, under {@code /node/v1}. */
@NullMarked
package cloud.jarrah.web.node;

import org.jspecify.annotations.NullMarked;
