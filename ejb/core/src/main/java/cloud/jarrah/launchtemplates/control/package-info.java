@NullMarked
package cloud.jarrah.launchtemplates.control;

import org.jspecify.annotations.NullMarked;
