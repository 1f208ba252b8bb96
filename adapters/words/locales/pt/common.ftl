### What stands on more than one page.

common-title = Login em dois fatores
common-error-title = Erro: { $title }

common-account = Conta:
common-acting = { $actor } como { $who }
common-sign-out = Sair

common-back-home = Voltar a { $issuer }
common-back-settings = Voltar às configurações do login em dois fatores

common-reason = Motivo: { $reason }

common-added = Adicionado em
common-last-used = Último uso
common-never-used = Ainda não

common-copied = Copiado.
common-copy-by-hand = O navegador não permitiu copiar. O texto está selecionado: copie-o daí.

common-sentence = { $text }.
common-separator = { "; " }
