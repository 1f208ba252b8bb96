### Wat op meer dan één pagina staat.

common-title = Aanmelden in twee stappen
common-error-title = Fout: { $title }

common-account = Account:
common-acting = { $actor } als { $who }
common-sign-out = Afmelden

common-back-home = Terug naar { $issuer }
common-back-settings = Terug naar de instellingen voor aanmelden in twee stappen

common-reason = Reden: { $reason }

common-added = Toegevoegd
common-last-used = Laatst gebruikt
common-never-used = Nog niet

common-copied = Gekopieerd.
common-copy-by-hand = Uw browser stond dat niet toe. De tekst is geselecteerd: kopieer die zelf.

common-sentence = { $text }.
common-separator = { "; " }
