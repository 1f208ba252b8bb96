### The page that asks for a code.

challenge-title = Digite seu código
challenge-title-recovery = Digite um código de recuperação
challenge-title-step-up = Confirme sua identidade

challenge-step-up = O próximo passo é importante e, por isso, exige um novo código, mesmo com a sessão já iniciada.
challenge-on-trial = Seu app foi adicionado com um código recebido por e-mail. Por segurança, ele só vale para isto a partir de { $until }.

challenge-recovery = Os códigos de recuperação são os que foram guardados na ativação do login em dois fatores em { $issuer }. Digite qualquer um que ainda não tenha sido usado. Cada um funciona uma única vez.
challenge-app = Abra o app autenticador e digite o código de <span class="cs-nowrap">{ $digits } dígitos</span> de <strong>{ $issuer }</strong>.
challenge-app-named = Abra o app autenticador (“{ $name }”) e digite o código de <span class="cs-nowrap">{ $digits } dígitos</span> de <strong>{ $issuer }</strong>.

challenge-wait = <strong>Muitos códigos errados foram digitados.</strong> Será possível tentar de novo às { $until }.
challenge-wait-three = Se a conta é mesmo sua, digitar três códigos certos seguidos, cada um deles novo, também permite entrar.
challenge-wait-over = A espera acabou: já é possível tentar de novo.

challenge-code-label = Código de { $digits } dígitos
challenge-code-hint = O código muda com frequência; digite o que o app mostra agora.
challenge-code-digits = { $digits } dígitos
challenge-recovery-label = Código de recuperação
challenge-recovery-hint = 25 letras e números. Hifens, espaços e letras minúsculas não fazem diferença.

challenge-code-wrong = Esse código não está certo. Confira a hora do telefone: ela deve ser ajustada automaticamente. Depois, digite o código que o app mostra agora.
challenge-code-spent = Esse código já foi usado. Espere o próximo.
challenge-code-malformed = Digite os { $digits } dígitos que o app mostra, e nada mais.
challenge-recovery-wrong = Esse código de recuperação não está certo ou já foi usado. Confira cada letra e cada número. Códigos de um conjunto anterior não funcionam mais.
challenge-recovery-spent = Esse código de recuperação já foi usado. Digite outro do seu conjunto.
challenge-recovery-malformed = Um código de recuperação tem 25 letras e números, em cinco grupos de cinco. Confira se não falta nada.
challenge-unavailable = Esse método de login não está disponível. Use este.
challenge-tries-left =
    { $count ->
        [one] Resta { $count } tentativa.
       *[other] Restam { $count } tentativas.
    }

challenge-remember = Lembrar este dispositivo por { $period }
challenge-remember-hint = Só em um dispositivo que ninguém mais usa. Nele, nenhum código será pedido até o fim desse prazo.

challenge-continue = Continuar
challenge-confirm = Confirmar

challenge-other = Tentar outro método
challenge-use-recovery = Usar um código de recuperação
challenge-use-app = Usar o app autenticador
challenge-lost-codes = Sem códigos de recuperação e sem acesso ao app autenticador?
challenge-lost-both = Perdeu o telefone e também os códigos de recuperação?
challenge-lost-phone = Perdeu o telefone?
challenge-help = Peça ajuda a quem administra { $issuer }. Essas pessoas podem redefinir seu login em dois fatores.

challenge-problem = O código não foi aceito
challenge-problem-malformed = Isso não pode ser um código.
challenge-problem-unavailable = Esse método não está disponível.
challenge-problem-wrong = Esse código não está certo.
challenge-problem-spent = Esse código já foi usado.
challenge-problem-wait = Muitos códigos errados. Tente de novo mais tarde.
