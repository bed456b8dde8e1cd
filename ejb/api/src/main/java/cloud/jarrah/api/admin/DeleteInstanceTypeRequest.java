package cloud.jarrah.api.admin;

/** Removes an instance type; instances of it stay as they are. */
public record DeleteInstanceTypeRequest(String name) {}
