### Het logboek: wat er met iemand is gebeurd, in een paar woorden zonder punt. De persoon wordt niet genoemd.

event-challenge-passed = Juiste code ingevoerd
event-challenge-failed = Verkeerde code ingevoerd
event-challenge-throttled = Geweigerd na te veel verkeerde codes
event-enrollment-begun = Begonnen met het instellen van een tweede factor
event-authenticator-added = Tweede factor ingesteld
event-authenticator-renamed = Naam van een tweede factor gewijzigd
event-authenticator-removed = Tweede factor verwijderd
event-recovery-code-used = Herstelcode gebruikt
event-recovery-codes-renewed = Nieuwe herstelcodes gemaakt
event-device-remembered = Apparaat wordt voortaan onthouden
event-device-stood-in = Onthouden apparaat gebruikt in plaats van een code
event-device-forgotten = Apparaat wordt niet meer onthouden
event-device-copied = Kopie van een onthouden apparaat gebruikt; het apparaat wordt niet meer onthouden
event-session-signed-out = Afgemeld
event-credentials-changed = Wachtwoord of adres gewijzigd
event-requirement-began = Tweede factor verplicht geworden door een regel
event-requirement-put-off = Instellen uitgesteld
event-requirement-required = Tweede factor verplicht gesteld voor deze gebruiker
event-requirement-released = Ontheven van de verplichting
event-requirement-exempted = Tijdelijk vrijgesteld
event-requirement-left-to-rules = Weer aan de regels overgelaten
event-administrator-reset = Gereset: alles wat was ingesteld, is verwijderd
event-administrator-disabled-on-behalf = Tweede factor uitgeschakeld namens deze gebruiker
event-rule-added = Regel toegevoegd
event-rule-removed = Regel verwijderd
event-code-sent = Code per e-mail aangevraagd
event-confirmation-sent = Bevestigingslink voor het adres verstuurd
event-address-confirmed = Adres bevestigd
event-message-not-delivered = Bericht misschien niet verstuurd
event-confirmations-begun = Bevestigingslinks gestuurd naar iedereen in een lijst
event-subject-renamed = Vanaf nu bekend onder een andere ID
event-subject-removed = Verwijderd door de toepassing

event-method-totp = authenticatie-app
event-method-recovery = herstelcode
event-method-email = code per e-mail
event-until = tot { $until }
event-left = nog { $count }
event-lost = { $what }: niet verstuurd
event-unsure = { $what }: onbekend of dit is verstuurd
event-what-code = code
event-what-confirmation = bevestigingslink

event-everybody = iedereen
event-by = door { $who }
