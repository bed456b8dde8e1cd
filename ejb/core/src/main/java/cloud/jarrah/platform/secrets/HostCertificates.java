package cloud.jarrah.platform.secrets;

/** Issues the certificates with which hosts prove who they are. */
public interface HostCertificates {

  /**
   * Signs a host's key.
   *
   * @param certificateRequest PKCS#10 in PEM; only its public key is taken over
   * @param hostId becomes the common name
   * @return PEM
   * @throws cloud.jarrah.api.ApiException InvalidParameterValue if the request cannot be used
   */
  String issue(String certificateRequest, String hostId);

  /** The authority's own certificate, PEM. */
  String authority();
}
