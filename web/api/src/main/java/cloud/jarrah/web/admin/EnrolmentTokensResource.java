package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.CreateEnrolmentTokenRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** One-time tokens for new hosts. */
@Path("/admin/v1/enrolment-tokens")
@Singleton
public class EnrolmentTokensResource {
  @Inject AdminEndpoint endpoint;

  @POST
  public Response create(@Context HttpServletRequest request) {
    return endpoint.onBody(request, "CreateEnrolmentToken", CreateEnrolmentTokenRequest.class);
  }
}
