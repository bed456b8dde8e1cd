package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** SOAP messages that get no further than the signature check. SOAP 1.1 sends faults as 500. */
public final class WrongSoap {
  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String REQUEST =
      "<DescribeRegions xmlns='http://ec2.amazonaws.com/doc/2013-10-15/'/>";

  private final URI endpoint;
  private final List<Wrong> cases = new ArrayList<>();

  public WrongSoap(URI endpoint) {
    this.endpoint = endpoint;
  }

  public List<Wrong> all() {
    String request = envelope(SOAP_11, "", REQUEST);
    notSigned(request);
    notSoap(request);
    hostile(request);
    return cases;
  }

  private void notSigned(String request) {
    failure("unsigned", request);
    failure("an empty security header", secured(""));
    failure("an empty body", envelope(SOAP_11, "", ""));
    failure("a Timestamp alone", secured("<u:Timestamp u:Id='t'/>"));
    failure(
        "a password", secured("<w:UsernameToken><w:Username>root</w:Username></w:UsernameToken>"));
    failure(
        "a certificate that is none",
        secured(
            "<w:BinarySecurityToken ValueType='"
                + WSS
                + "x509-token-profile-1.0#X509v3'>AAAA"
                + "</w:BinarySecurityToken>"));
    failure(
        "an empty signature",
        secured("<d:Signature xmlns:d='http://www.w3.org/2000/09/xmldsig#'/>"));
    failure(
        "an empty encryption",
        secured("<x:EncryptedKey xmlns:x='http://www.w3.org/2001/04/xmlenc#'/>"));
  }

  private void notSoap(String request) {
    unreadable("no envelope", REQUEST);
    unreadable("no XML", "Action=DescribeRegions");
    unreadable("half a document", request.substring(0, request.length() - 9));
    unreadable("nothing", "");
    unreadable("two documents", request + request);
    unreadable("an undeclared prefix", request.replace("<DescribeRegions", "<e:DescribeRegions"));
    unreadable("SOAP 1.2", envelope(SOAP_12, "", REQUEST));
    unreadable("two bodies", request.replace("</s:Envelope>", "<s:Body/></s:Envelope>"));
    unreadable("something after the body", request.replace("</s:Env", "<a/></s:Env"));
    unreadable(
        "a body in the header", envelope(SOAP_11, "<s:Header><s:Body/></s:Header>", REQUEST));
    cases.add(
        Wrong.call("JSON for SOAP", 500, "Client.InvalidRequest", call("application/json", "{}")));
    cases.add(
        Wrong.call(
            "SOAP with attachments",
            500,
            "Client.InvalidRequest",
            call("multipart/related; boundary=a", "--a\r\n\r\n" + request + "\r\n--a--")));
  }

  private void hostile(String request) {
    String type = "<!DOCTYPE s:Envelope [";
    unreadable("a document type", type + "<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>" + request);
    unreadable("a file", type + "<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" + request);
    unreadable("a processing instruction", envelope(SOAP_11, "", "<?x y?>" + REQUEST));
    unreadable("a deep document", "<a>".repeat(70) + "</a>".repeat(70));
    unreadable("a document of many elements", envelope(SOAP_11, header("<a/>".repeat(30_000)), ""));
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    unreadable(
        "an element of many attributes", envelope(SOAP_11, header("<a" + attributes + "/>"), ""));
    add(
        "a large document",
        "Client.RequestEntityTooLarge",
        envelope(SOAP_11, header("x".repeat(1 << 20)), ""));
  }

  private static String header(String content) {
    return "<s:Header>" + content + "</s:Header>";
  }

  private static String secured(String content) {
    String security =
        "<w:Security xmlns:w='"
            + WSS
            + "wssecurity-secext-1.0.xsd' xmlns:u='"
            + WSS
            + "wssecurity-utility-1.0.xsd'>"
            + content
            + "</w:Security>";
    return envelope(SOAP_11, header(security), REQUEST);
  }

  private void failure(String what, String body) {
    add(what, "Client.AuthFailure", body);
  }

  private void unreadable(String what, String body) {
    add(what, "Client.InvalidRequest", body);
  }

  private void add(String what, String code, String body) {
    cases.add(Wrong.call("SOAP: " + what, 500, code, call("text/xml; charset=utf-8", body)));
  }

  private HttpCall call(String type, String body) {
    return new HttpCall(endpoint)
        .target("/soap/AmazonEC2")
        .header("Content-Type", type)
        .header("SOAPAction", "\"DescribeRegions\"")
        .body(body);
  }

  private static String envelope(String soap, String header, String body) {
    return String.format(
        "<s:Envelope xmlns:s='%s'>%s<s:Body>%s</s:Body></s:Envelope>", soap, header, body);
  }
}
