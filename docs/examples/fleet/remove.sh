#!/bin/sh
# Runs before the product is removed (prerm): withdraws, and waits until the vendor has deleted.
set -u
panel=${KLARTEXT_PANEL:-http://127.0.0.1:4173/api/privacy}
status=0
klartext withdraw "$panel" --wait --max-time "${KLARTEXT_WAIT:-120}" || status=$?
case $status in
  0) ;;
  7) echo "Consent is withdrawn; the vendor has not confirmed the deletion yet." >&2 ;;
  *) echo "Consent could not be withdrawn. Start the panel, and withdraw there first." >&2 ;;
esac
exit "$status"
