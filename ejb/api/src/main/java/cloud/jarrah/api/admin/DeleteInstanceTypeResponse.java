package cloud.jarrah.api.admin;

/** The instance type is gone. */
public record DeleteInstanceTypeResponse(String name) {}
