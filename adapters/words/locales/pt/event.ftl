### The log: what happened to a person, in a few words without a full stop.

event-challenge-passed = Digitou um código certo
event-challenge-failed = Digitou um código errado
event-challenge-throttled = Foi recusado após muitos códigos errados
event-enrollment-begun = Começou a configurar um segundo fator
event-authenticator-added = Ativou um segundo fator
event-authenticator-renamed = Renomeou um segundo fator
event-authenticator-removed = Removeu um segundo fator
event-recovery-code-used = Usou um código de recuperação
event-recovery-codes-renewed = Gerou novos códigos de recuperação
event-device-remembered = Pediu para lembrar um dispositivo
event-device-stood-in = Entrou com um dispositivo lembrado
event-device-forgotten = Escolheu esquecer um dispositivo lembrado
event-device-copied = Apareceu uma cópia de um dispositivo lembrado; ele foi esquecido
event-session-signed-out = Saiu da conta
event-credentials-changed = Senha ou endereço alterado
event-requirement-began = Uma regra começou a exigir um segundo fator
event-requirement-put-off = Adiou a ativação
event-requirement-required = Um segundo fator foi exigido deste usuário
event-requirement-released = Dispensado de qualquer exigência
event-requirement-exempted = Isento por um período
event-requirement-left-to-rules = Voltou a seguir as regras
event-administrator-reset = Redefinição: tudo o que estava configurado foi removido
event-administrator-disabled-on-behalf = Segundo fator desativado em nome deste usuário
event-rule-added = Regra adicionada
event-rule-removed = Regra removida
event-code-sent = Pediu o envio de um código por e-mail
event-confirmation-sent = Um link para confirmar o endereço foi enviado
event-address-confirmed = Confirmou o endereço
event-message-not-delivered = Uma mensagem pode não ter sido enviada
event-confirmations-begun = Links para confirmar endereços enviados a todas as pessoas de uma lista
event-subject-renamed = Passou a ser conhecido por outro identificador
event-subject-removed = Removido pela aplicação

event-method-totp = app autenticador
event-method-recovery = código de recuperação
event-method-email = código por e-mail
event-until = até { $until }
event-left =
    { $count ->
        [one] resta { $count }
       *[other] restam { $count }
    }
event-lost = { $what }: não foi possível enviar
event-unsure = { $what }: não se sabe se foi enviado
event-what-code = código
event-what-confirmation = link de confirmação

event-everybody = todas as pessoas
event-by = por { $who }
