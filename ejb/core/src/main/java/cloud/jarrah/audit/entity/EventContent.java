package cloud.jarrah.audit.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done.
 *
 * @param action as in {@code ec2:RunInstances}
 * @param resources ARNs or ids
 * @param outcome {@code applied}, or an error code
 * @param detail what was asked, or why it was refused
 * @param before small JSON
 * @param after small JSON
 */
public record EventContent(
    String action,
    List<String> resources,
    String outcome,
    @Nullable String detail,
    @Nullable String before,
    @Nullable String after) {}
