package cloud.jarrah.web.query;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.Ec2Versions;
import cloud.jarrah.api.sts.StsResponse;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.web.http.ErrorShape;
import cloud.jarrah.web.signature.SigningDialect;
import java.util.Set;

/** The services that share the Query protocol's one address. */
enum QueryApi {
  EC2(Service.EC2, SigningDialect.EC2, ErrorShape.EC2, Ec2Versions.CURRENT),
  STS(Service.STS, SigningDialect.QUERY, ErrorShape.QUERY, "2011-06-15");

  private final Service service;
  private final SigningDialect dialect;
  private final ErrorShape errorShape;
  private final String newest;

  QueryApi(Service service, SigningDialect dialect, ErrorShape errorShape, String newest) {
    this.service = service;
    this.dialect = dialect;
    this.errorShape = errorShape;
    this.newest = newest;
  }

  /**
   * Which API reads a request. Clients sign for one service; what is not signed for one of ours is
   * judged by the version it asks for.
   */
  static QueryApi choose(String signedFor, ParameterTree parameters) {
    for (QueryApi api : values()) {
      if (api.signingName().equals(signedFor)) {
        return api;
      }
    }
    return STS.newest.equals(parameters.valueOf("Version")) ? STS : EC2;
  }

  Service service() {
    return service;
  }

  /** As in the scope of a credential. */
  String signingName() {
    return service.prefix();
  }

  SigningDialect dialect() {
    return dialect;
  }

  ErrorShape errorShape() {
    return errorShape;
  }

  /** The namespace that answers are marshalled in, before it is mapped to the asked version. */
  String namespace() {
    return this == EC2 ? Ec2Response.NAMESPACE : StsResponse.NAMESPACE;
  }

  String namespace(String version) {
    return namespace().replace(newest, version);
  }

  private Set<String> versions() {
    return this == EC2 ? Ec2Versions.ALL : Set.of(newest);
  }

  /** Refuses a version that this API never had. */
  void checkVersion(String version) {
    if (!versions().contains(version)) {
      throw new ApiException(
          ErrorCode.NO_SUCH_VERSION,
          "This version was never published. The newest one is " + newest + ".");
    }
  }
}
