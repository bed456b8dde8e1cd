package cloud.jarrah.api;

/** The error catalogue: the name clients see and the HTTP status that goes with it. */
public enum ErrorCode {
  // Who is asking (EC2 answers 401, the query services 403)
  AUTH_FAILURE("AuthFailure", 401),
  INCOMPLETE_SIGNATURE("IncompleteSignature", 400),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
  INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId", 403),
  SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403),
  REQUEST_EXPIRED("RequestExpired", 400),
  EXPIRED_TOKEN("ExpiredToken", 403),
  UNAUTHORIZED_OPERATION("UnauthorizedOperation", 403),
  ACCESS_DENIED("AccessDenied", 403),

  // What was asked
  INVALID_ACTION("InvalidAction", 400),
  MISSING_ACTION("MissingAction", 400),
  NO_SUCH_VERSION("NoSuchVersion", 400),
  MALFORMED_QUERY_STRING("MalformedQueryString", 400),
  INVALID_REQUEST("InvalidRequest", 400),
  REQUEST_TOO_LARGE("RequestEntityTooLarge", 413),
  METHOD_NOT_ALLOWED("MethodNotAllowed", 405),
  NOT_FOUND("NotFound", 404),
  UNSUPPORTED_OPERATION("UnsupportedOperation", 400),
  MISSING_PARAMETER("MissingParameter", 400),
  INVALID_PARAMETER("InvalidParameter", 400),
  INVALID_PARAMETER_VALUE("InvalidParameterValue", 400),
  INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", 400),
  VALIDATION_ERROR("ValidationError", 400),
  INVALID_PAGINATION_TOKEN("InvalidPaginationToken", 400),
  FILTER_LIMIT_EXCEEDED("FilterLimitExceeded", 400),
  DRY_RUN_OPERATION("DryRunOperation", 412),
  IDEMPOTENT_PARAMETER_MISMATCH("IdempotentParameterMismatch", 400),

  // Instances
  INVALID_INSTANCE_ID_NOT_FOUND("InvalidInstanceID.NotFound", 400),
  INVALID_INSTANCE_ID_MALFORMED("InvalidInstanceID.Malformed", 400),
  INCORRECT_INSTANCE_STATE("IncorrectInstanceState", 400),
  INSTANCE_LIMIT_EXCEEDED("InstanceLimitExceeded", 400),
  VCPU_LIMIT_EXCEEDED("VcpuLimitExceeded", 400),
  OPERATION_NOT_PERMITTED("OperationNotPermitted", 400),
  INVALID_INSTANCE_ATTRIBUTE_VALUE("InvalidInstanceAttributeValue", 400),
  INVALID_INSTANCE_TYPE("InvalidInstanceType", 400),
  CREDIT_SPECIFICATION_NOT_SUPPORTED("InstanceCreditSpecification.NotSupported", 400),
  INSUFFICIENT_INSTANCE_CAPACITY("InsufficientInstanceCapacity", 500),

  // Images
  INVALID_AMI_ID_NOT_FOUND("InvalidAMIID.NotFound", 400),
  INVALID_AMI_ID_MALFORMED("InvalidAMIID.Malformed", 400),
  INVALID_AMI_ID_UNAVAILABLE("InvalidAMIID.Unavailable", 400),
  INVALID_AMI_NAME_DUPLICATE("InvalidAMIName.Duplicate", 400),

  // Key pairs
  INVALID_KEY_PAIR_NOT_FOUND("InvalidKeyPair.NotFound", 400),
  INVALID_KEY_PAIR_DUPLICATE("InvalidKeyPair.Duplicate", 400),
  INVALID_KEY_PAIR_FORMAT("InvalidKeyPair.Format", 400),
  INVALID_KEY_FORMAT("InvalidKey.Format", 400),

  // Tags
  INVALID_ID("InvalidID", 400),
  TAG_LIMIT_EXCEEDED("TagLimitExceeded", 400),
  INVALID_NETWORK_INTERFACE_ID_NOT_FOUND("InvalidNetworkInterfaceID.NotFound", 400),

  // Whatever an account has too many of
  RESOURCE_LIMIT_EXCEEDED("ResourceLimitExceeded", 400),

  // Placement groups
  INVALID_PLACEMENT_GROUP_UNKNOWN("InvalidPlacementGroup.Unknown", 400),
  INVALID_PLACEMENT_GROUP_DUPLICATE("InvalidPlacementGroup.Duplicate", 400),
  INVALID_PLACEMENT_GROUP_IN_USE("InvalidPlacementGroup.InUse", 400),
  INVALID_PLACEMENT_GROUP_ID_MALFORMED("InvalidPlacementGroupId.Malformed", 400),

  // Zones, groups
  INVALID_ZONE_NOT_FOUND("InvalidZone.NotFound", 400),
  INVALID_GROUP_NOT_FOUND("InvalidGroup.NotFound", 400),

  // Launch templates
  INVALID_LAUNCH_TEMPLATE_ID_MALFORMED("InvalidLaunchTemplateId.Malformed", 400),
  INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND("InvalidLaunchTemplateId.NotFound", 400),
  INVALID_LAUNCH_TEMPLATE_ID_VERSION_NOT_FOUND("InvalidLaunchTemplateId.VersionNotFound", 400),
  INVALID_LAUNCH_TEMPLATE_NAME_ALREADY_EXISTS(
      "InvalidLaunchTemplateName.AlreadyExistsException", 400),
  INVALID_LAUNCH_TEMPLATE_NAME_MALFORMED("InvalidLaunchTemplateName.MalformedException", 400),
  INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND("InvalidLaunchTemplateName.NotFoundException", 400),

  // Accounts and administration
  ENTITY_ALREADY_EXISTS("EntityAlreadyExists", 409),
  NO_SUCH_ENTITY("NoSuchEntity", 404),
  DEPENDENCY_VIOLATION("DependencyViolation", 400),

  // Our own fault
  INTERNAL_ERROR("InternalError", 500),
  SERVICE_UNAVAILABLE("ServiceUnavailable", 503),
  REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded", 503);

  private final String wireName;
  private final int status;

  ErrorCode(String wireName, int status) {
    this.wireName = wireName;
    this.status = status;
  }

  public String wireName() {
    return wireName;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** Whether the caller (rather than the cloud) has to change something. */
  public boolean callersFault() {
    return status < 500;
  }
}
