### Het adres van een account bevestigen: de pagina achter de link in de e-mail, en de pagina’s om zo’n link aan te vragen.

address-title = Bevestig uw e-mailadres
address-ask = Is <strong class="cs-break">{ $address }</strong> uw adres bij { $issuer }? Met de knop bevestigt u dat u leest wat naar dit adres wordt gestuurd.
address-confirm = Dit adres bevestigen
address-not-yours = Kent u { $issuer } niet, sluit dan deze pagina. Er gebeurt dan niets.
address-done-title = Het adres is bevestigd
address-done = { $issuer } kan nu codes en berichten sturen naar <strong class="cs-break">{ $address }</strong>.
address-already = <strong class="cs-break">{ $address }</strong> is bevestigd. U hoeft verder niets te doen.
address-over-title = Deze link is niet meer geldig
address-over = De link is meer dan 24 uur oud, er is een nieuwere verstuurd, of het account heeft inmiddels een ander adres. Open uw instellingen voor aanmelden in twee stappen om een nieuwe link aan te vragen.
address-unknown-title = Deze link werkt niet
address-unknown = Misschien ontbreekt er een deel. Open de link in de e-mail nog een keer, of kopieer de hele link.
address-close = U kunt deze pagina sluiten en verdergaan waar u was.
address-settings = Instellingen voor aanmelden in twee stappen openen

address-nothing-title = Er is niets te bevestigen
address-nothing = Het adres van uw account is al bevestigd, of er is geen adres dat bevestigd kan worden.
address-first = Er kunnen codes naar <strong class="cs-break">{ $address }</strong> worden gestuurd zodra u hebt bevestigd dat dit adres van u is.
address-send = Bevestigingslink aanvragen
address-send-again = Nieuwe link aanvragen
address-sent = We hebben een link gestuurd naar <strong class="cs-break">{ $address }</strong>. Die is 24 uur geldig. Open de link op een willekeurig apparaat, en kom dan hier terug.
address-failed = <strong>De e-mail met de link kon niet worden verstuurd.</strong> Probeer het opnieuw, of vraag om hulp.
address-again-from = Vanaf { $until } kunt u een nieuwe aanvragen.
address-on-its-way = De e-mail is onderweg.

address-heading = E-mailadres
address-badge-confirmed = Bevestigd
address-badge-unconfirmed = Niet bevestigd
address-badge-shared = Meermaals gebruikt
address-used-for = Naar dit adres worden berichten over uw aanmelding in twee stappen gestuurd, en ook codes, als u codes per e-mail inschakelt.
address-first-settings = Er is nog niet bevestigd dat u leest wat naar dit adres wordt gestuurd. Zolang dat zo is, kunnen er geen codes naartoe worden gestuurd.
