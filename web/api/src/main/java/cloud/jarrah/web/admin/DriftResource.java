package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.ListDriftRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What audits found. */
@Path("/admin/v1/drift")
@Singleton
public class DriftResource {
  @Inject AdminEndpoint endpoint;

  @GET
  public Response list(@Context HttpServletRequest request) {
    return endpoint.on(request, "ListDrift", new ListDriftRequest());
  }
}
