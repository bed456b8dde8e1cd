@NullMarked
package cloud.jarrah.launchtemplates.boundary;

import org.jspecify.annotations.NullMarked;
