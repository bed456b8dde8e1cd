package cloud.jarrah.api.admin;

/** The instance type as it is now. */
public record PutInstanceTypeResponse(ListInstanceTypesResponse.InstanceType instanceType) {}
