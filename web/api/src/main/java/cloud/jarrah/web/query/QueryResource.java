package cloud.jarrah.web.query;

import cloud.jarrah.web.http.Exchange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The addresses of the Query protocol: today's, and the one that Eucalyptus used. */
@Path("/")
@Singleton
public class QueryResource {
  @Inject QueryEndpoint endpoint;

  @GET
  public Response get(@Context HttpServletRequest request) {
    return answer(request);
  }

  @POST
  public Response post(@Context HttpServletRequest request) {
    return answer(request);
  }

  @GET
  @Path("services/Eucalyptus")
  public Response getAsEucalyptus(@Context HttpServletRequest request) {
    return answer(request);
  }

  @POST
  @Path("services/Eucalyptus")
  public Response postAsEucalyptus(@Context HttpServletRequest request) {
    return answer(request);
  }

  private Response answer(HttpServletRequest request) {
    return endpoint.handle(Exchange.of(request)).toResponse();
  }
}
