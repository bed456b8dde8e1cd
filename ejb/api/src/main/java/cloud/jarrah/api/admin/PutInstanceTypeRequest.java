package cloud.jarrah.api.admin;

/**
 * Adds an instance type or changes it for instances to come.
 *
 * @param name family and size, as in {@code m1.small}
 * @param settings what instances get
 */
public record PutInstanceTypeRequest(String name, InstanceTypeSettings settings) {}
