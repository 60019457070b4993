/**
 * ModSecurity with the Core Rule Set of Debian, as far as its own recommended configuration
 * blocks: request and answer are looked through at this paranoia level.
 *
 * @param before What stands before the rules.
 */
export function modSecurity(paranoiaLevel: 1 | 2, before = ""): string {
  return `
SecRuleEngine On
SecRequestBodyAccess On
SecResponseBodyAccess On
SecResponseBodyMimeType text/plain text/html text/xml application/json
SecAuditEngine Off
SecTmpDir $folder
SecDataDir $folder
SecRule REQUEST_HEADERS:Content-Type "^application/json" \\
  "id:200001,phase:1,t:none,t:lowercase,pass,nolog,ctl:requestBodyProcessor=JSON"
SecRule REQBODY_ERROR "!@eq 0" "id:200002,phase:2,t:none,log,deny,status:400"
Include /etc/modsecurity/crs/crs-setup.conf
SecAction "id:900000,phase:1,nolog,pass,t:none,setvar:tx.paranoia_level=${paranoiaLevel}"
${before}
Include /usr/share/modsecurity-crs/rules/*.conf
`;
}
